import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = []

    run_before = [("shop", "0003_order_note")]

    operations = [migrations.RunSQL("CREATE TABLE accounting_entry (id bigint PRIMARY KEY)", "DROP TABLE accounting_entry")]
