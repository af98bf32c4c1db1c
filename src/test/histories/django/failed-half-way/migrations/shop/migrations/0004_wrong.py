import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('shop', '0003_order_note')]

    operations = [
        migrations.RunSQL("CREATE TABLE shop_refund (id bigint PRIMARY KEY)"),
        migrations.RunSQL("ALTER TABLE no_such_table ADD x int"),
    ]
