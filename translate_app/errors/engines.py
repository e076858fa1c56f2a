"""Why translating is not possible."""

from translate_app.errors.tree import N_, TranslateAppError


class EngineError(TranslateAppError):
    """Translating is not possible."""


class NoEngineError(EngineError):
    """Parameters: `source`, `target`."""

    template = N_(
        "No engine from {source} to {target} is installed: run `translate-app init` "
        "or `translate-app models install`."
    )


class UnknownEngineError(EngineError):
    """Parameters: `name`, `known` (a worded list)."""

    template = N_("There is no engine named {name}. Installed: {known}.")


class PackageError(EngineError):
    """Parameters: `name`, `reason`."""

    template = N_("{name} is not an engine package that can be used: {reason}.")


class DownloadError(EngineError):
    """Parameters: `what`, `reason`."""

    template = N_("{what} could not be downloaded: {reason}.")


class EngineFailedError(EngineError):
    """Parameters: `engine`, `reason`."""

    template = N_("The engine {engine} failed: {reason}. Nothing that was saved is lost.")


class MissingKeyError(EngineFailedError):
    """Parameters: `engine`, `variable`."""

    template = N_(
        "The engine {engine} needs a key: put it into the environment variable {variable}."
    )
