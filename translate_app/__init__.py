"""translate_app: press releases between English and Arabic, with every name right."""

__version__ = "0.1.0"
