from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "config.apps_.ledger"
    label = "accounting"
