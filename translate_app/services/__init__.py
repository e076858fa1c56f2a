"""One verb a module: what a person or a script asks for, under the rules of the house."""
