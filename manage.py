#!/usr/bin/env python3
"""The command line of the newsroom: `python manage.py help` lists what it can do."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum.settings")
    from django.core.management import execute_from_command_line  # late: the settings module must be named first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
