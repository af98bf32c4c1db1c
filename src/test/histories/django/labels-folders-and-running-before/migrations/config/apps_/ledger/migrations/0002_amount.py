import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("accounting", "0001_initial"), ("shop", "__first__")]

    operations = [migrations.RunSQL("ALTER TABLE accounting_entry ADD amount numeric")]
