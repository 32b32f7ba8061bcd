"""The version, in one place: signatures, the package's metadata and `svodka --version` read it here."""

__version__ = "0.1.0"
