"""Reference data that every host needs: the parties of the forums, their dated names, groups and presidencies.

The lists are ours, made from public facts; each module names its source. `manage.py load_reference` enters them, and
`people/fixtures/reference.json` holds the same records for `loaddata reference`.
"""
