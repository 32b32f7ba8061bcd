"""The shelf of model families: a module defines `load(spec, weights, device) -> Model` and knows that family only."""
