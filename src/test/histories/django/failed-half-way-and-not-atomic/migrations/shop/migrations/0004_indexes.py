import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [('shop', '0003_order_note')]

    operations = [
        migrations.RunSQL("CREATE INDEX CONCURRENTLY shop_order_a ON shop_order (customer_id, note)"),
        migrations.RunSQL("CREATE INDEX CONCURRENTLY shop_order_b ON shop_order (no_such_column)"),
    ]
