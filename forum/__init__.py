"""The project: settings, addresses, home page. It wires the other packages and owns no content model."""
