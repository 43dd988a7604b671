"""What `manage.py demo` enters: a true forum with every fact of its press page, and two further editions in outline.

Only what is missing is entered. A record that is there stays as it is, whatever an editor has made of it, and so does
everything that belongs to it.
"""
