import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0002_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='order',
            name='note',
            field=models.TextField(default=''),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['note'], name='order_note_idx'),
        ),
    ]
