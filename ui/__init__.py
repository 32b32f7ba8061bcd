"""The page: Svodka in a browser, on this machine."""
