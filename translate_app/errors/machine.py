"""What the machine refuses: files, addresses, the database."""

from translate_app.errors.tree import N_, TranslateAppError


class UnwritableFileError(TranslateAppError):
    """Parameters: `name`, `reason`."""

    template = N_("{name} cannot be written: {reason}.")


class HomeError(TranslateAppError):
    """Parameters: `path`, `reason`."""

    template = N_(
        "The home folder {path} cannot be used: {reason}. "
        "Name another one with --home or TRANSLATE_APP_HOME."
    )


class AddressTakenError(TranslateAppError):
    """Parameters: `host`, `port`, `other` (a port to try)."""

    template = N_(
        "Another program listens on {host}:{port} already: stop it, or choose another port "
        "(`serve --port {other}`, `make run PORT={other}`)."
    )


class NoSuchAddressError(TranslateAppError):
    """Parameters: `host`, `reason`."""

    template = N_(
        "Nothing can listen on {host} ({reason}): `--host` takes an address of this machine, "
        "such as 127.0.0.1."
    )


class StoreError(TranslateAppError):
    """Parameters: `where`, `reason`."""

    template = N_("The database {where} cannot be used: {reason}.")


class PublicationError(StoreError):
    """A stored publication that cannot be read back. Parameters: `release`, `number`."""

    template = N_("Publication {number} of release {release} cannot be read.")


class TamperedPublicationError(PublicationError):
    """Parameters: `release`, `number`."""

    template = N_(
        "Publication {number} of release {release} was changed after it was published "
        "(its checksum does not match): restore it from a backup."
    )


class NewerPublicationError(PublicationError):
    """Parameters: `release`, `number`."""

    template = N_(
        "Publication {number} of release {release} was made by a newer version of this "
        "program: update the program to read it."
    )
