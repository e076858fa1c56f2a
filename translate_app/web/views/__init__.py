"""One page a module: asks for a view model, draws it, wires callbacks."""
