import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('shop', '0002_order')]

    operations = [migrations.AddField('customer', 'name', models.TextField(null=True))]
