"""Models: described in `models.yaml`, found on this machine, loaded, run."""
