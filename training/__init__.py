"""How the embedded models are made: prepare, train, back-translate, average, evaluate, convert."""
