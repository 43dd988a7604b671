from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    name = "press"
    verbose_name = _("Press: what we publish about it")

    def ready(self):
        from press import front_door, merged_people  # after the models

        front_door.watch()
        merged_people.watch()
