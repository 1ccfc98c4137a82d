"""Where the style sheet finds the arrows and checks that it names as `controls:...`."""

from PySide6.QtCore import QDir

from annotator.shipped import shipped_folder


def find_control_pictures() -> None:
    """Tell Qt the folder of the pictures; calling it again changes nothing."""
    QDir.setSearchPaths("controls", [str(shipped_folder("resources") / "controls")])
