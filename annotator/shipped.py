"""Where the files that travel with the program lie: resources and seeds."""

from pathlib import Path


def shipped_folder(name: str) -> Path:
    """Return the folder `resources` or `seeds`, in an installed wheel or in a checkout.

    Raises FileNotFoundError when the installation lacks it.
    """
    package = Path(__file__).parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    message = f"The folder {name} is missing from this installation."
    raise FileNotFoundError(message)
