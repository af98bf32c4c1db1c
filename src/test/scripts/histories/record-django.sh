#!/bin/bash
# Histories made by Django. Recorded with Django 5.2.19, psycopg 3.3.9, Python 3.11:
#
#   python3 -m venv venv && venv/bin/pip install django "psycopg[binary]"
#   PATH=$PWD/venv/bin:$PATH SERVER=postgresql://user@host:port bash record-django.sh
. "$(dirname "$0")/recording.sh"
export PYTHONDONTWRITEBYTECODE=1

# project <app>... [-- <setting>...]   manage.py and settings with these apps
project() {
    local apps=
    while (($#)) && [ "$1" != -- ]; do
        apps+="    \"$1\","$'\n'
        shift
    done
    write manage.py <<'PYTHON'
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
execute_from_command_line(sys.argv)
PYTHON
    write config/__init__.py </dev/null
    write config/settings.py <<PYTHON
import os
from urllib.parse import urlsplit

url = urlsplit(os.environ["DATABASE_URL"])
SECRET_KEY = "only for this recording"
USE_TZ = True
INSTALLED_APPS = [
$apps]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": url.hostname,
        "PORT": url.port,
        "USER": url.username,
        "NAME": url.path[1:],
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
$(printf '%s\n' "${@:2}")
PYTHON
}

# app <folder>   an empty app
app() {
    write "$1/__init__.py" </dev/null
    write "$1/migrations/__init__.py" </dev/null
}

# migration <folder> <name> <<'PYTHON'   the body of its class
migration() {
    {
        printf 'import django.db.models.deletion\nfrom django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n\n'
        sed 's/^\(.\)/    \1/'
    } | write "$1/migrations/$2.py"
}

manage() {
    (cd "$files" && python manage.py "$@")
}

shop() {
    app shop
    migration shop 0001_initial <<'PYTHON'
initial = True

dependencies = [
]

operations = [
    migrations.CreateModel(
        name='Customer',
        fields=[
            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ('email', models.EmailField(max_length=254, unique=True)),
        ],
    ),
]
PYTHON
    migration shop 0002_order <<'PYTHON'
dependencies = [
    ('shop', '0001_initial'),
]

operations = [
    migrations.CreateModel(
        name='Order',
        fields=[
            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ('customer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='shop.customer')),
        ],
    ),
]
PYTHON
    migration shop 0003_order_note <<'PYTHON'
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
PYTHON
}

billing() {
    app billing
    migration billing 0001_initial <<'PYTHON'
initial = True

dependencies = [
    ('shop', '0002_order'),
]

operations = [
    migrations.CreateModel(
        name='Invoice',
        fields=[
            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='shop.order')),
        ],
    ),
]
PYTHON
}

two_apps() {
    project shop billing
    shop
    billing
}

status() {
    cd "$files"
    for command in "showmigrations" "showmigrations --plan" "migrate --plan"; do
        echo "\$ manage.py $command"
        # of a failure only what it says, not where in Python
        python manage.py $command 2>&1 | awk '/^Traceback/ {at = 1; next} at && /^ / {next} {at = 0} NF' || echo "exit status $?"
    done
}

situation django clean
two_apps
manage migrate -v0
keep status

situation django clean-with-the-apps-that-django-brings
project django.contrib.admin django.contrib.auth django.contrib.contenttypes django.contrib.sessions django.contrib.messages shop \
    -- 'TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"context_processors": ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages"]}}]' \
    'MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware", "django.contrib.messages.middleware.MessageMiddleware"]'
shop
migration shop 0004_author <<'PYTHON'
dependencies = [
    migrations.swappable_dependency("auth.User"),
    ('shop', '0003_order_note'),
]

operations = [
    migrations.AddField(
        model_name='order',
        name='author',
        field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to="auth.User"),
    ),
]
PYTHON
manage migrate -v0
keep status

situation django two-pending-in-two-apps
two_apps
manage migrate -v0 shop 0002
keep status

situation django nothing-applied
two_apps
keep status

situation django failed-half-way
two_apps
manage migrate -v0
migration shop 0004_wrong <<'PYTHON'
dependencies = [('shop', '0003_order_note')]

operations = [
    migrations.RunSQL("CREATE TABLE shop_refund (id bigint PRIMARY KEY)"),
    migrations.RunSQL("ALTER TABLE no_such_table ADD x int"),
]
PYTHON
manage migrate -v0 2>/dev/null || true
keep status

situation django failed-half-way-and-not-atomic
two_apps
manage migrate -v0
migration shop 0004_indexes <<'PYTHON'
atomic = False

dependencies = [('shop', '0003_order_note')]

operations = [
    migrations.RunSQL("CREATE INDEX CONCURRENTLY shop_order_a ON shop_order (customer_id, note)"),
    migrations.RunSQL("CREATE INDEX CONCURRENTLY shop_order_b ON shop_order (no_such_column)"),
]
PYTHON
manage migrate -v0 2>/dev/null || true
keep status

situation django faked
two_apps
manage migrate -v0 shop 0001
manage migrate -v0 --fake shop 0002
keep status

situation django edited-after-applying
two_apps
manage migrate -v0
sed -i "s/default=''/default='-'/" "$files/shop/migrations/0003_order_note.py"
keep status

situation django only-line-endings-changed
two_apps
manage migrate -v0 shop 0002
find "$files" -path '*migrations*' -name '0*.py' -exec sed -i 's/$/\r/' {} +
keep status

situation django newest-file-missing
two_apps
manage migrate -v0
rm "$files/shop/migrations/0003_order_note.py"
keep status

situation django file-in-the-middle-missing
two_apps
manage migrate -v0
rm "$files/shop/migrations/0002_order.py"
keep status

situation django two-leaves-of-which-one-is-applied
two_apps
manage migrate -v0
migration shop 0003_customer_name <<'PYTHON'
dependencies = [('shop', '0002_order')]

operations = [migrations.AddField('customer', 'name', models.TextField(null=True))]
PYTHON
keep status

situation django merged
two_apps
manage migrate -v0
migration shop 0003_customer_name <<'PYTHON'
dependencies = [('shop', '0002_order')]

operations = [migrations.AddField('customer', 'name', models.TextField(null=True))]
PYTHON
manage makemigrations -v0 --merge --noinput shop 2>/dev/null
keep status

situation django dependency-inserted-below-an-applied-migration
two_apps
manage migrate -v0
migration shop 0002_before_orders <<'PYTHON'
dependencies = [('shop', '0001_initial')]

operations = [migrations.AddField('customer', 'name', models.TextField(null=True))]
PYTHON
sed -i "s/0001_initial/0002_before_orders/" "$files/shop/migrations/0002_order.py"
keep status

situation django unapplied-by-one
two_apps
manage migrate -v0
manage migrate -v0 shop 0002
keep status

situation django app-unapplied-to-zero
two_apps
manage migrate -v0
manage migrate -v0 billing zero
keep status

situation django squashed-after-all-were-applied
two_apps
manage migrate -v0
manage squashmigrations --noinput -v0 shop 0001 0003
keep status

situation django squashed-recorded-and-the-old-files-removed
two_apps
manage migrate -v0
manage squashmigrations --noinput -v0 shop 0001 0003
manage migrate -v0
rm "$files"/shop/migrations/0001_initial.py "$files"/shop/migrations/0002_order.py "$files"/shop/migrations/0003_order_note.py
sed -i "s/'0002_order'/'0001_initial_squashed_0003_order_note'/" "$files/billing/migrations/0001_initial.py"
keep status

situation django squashed-and-no-longer-said-to-replace
two_apps
manage migrate -v0
manage squashmigrations --noinput -v0 shop 0001 0003
manage migrate -v0
rm "$files"/shop/migrations/0001_initial.py "$files"/shop/migrations/0002_order.py "$files"/shop/migrations/0003_order_note.py
sed -i "s/'0002_order'/'0001_initial_squashed_0003_order_note'/" "$files/billing/migrations/0001_initial.py"
sed -i '/replaces = /d' "$files/shop/migrations/0001_initial_squashed_0003_order_note.py"
keep status

situation django squashed-while-half-of-it-was-applied
two_apps
manage migrate -v0 shop 0002
manage squashmigrations --noinput -v0 shop 0001 0003
keep status

situation django squashed-and-nothing-applied
two_apps
manage squashmigrations --noinput -v0 shop 0001 0003
manage migrate -v0 shop 0001_initial_squashed
manage migrate -v0 shop zero
keep status

situation django squashed-applied-as-one
two_apps
manage squashmigrations --noinput -v0 shop 0001 0003
manage migrate -v0
keep status

situation django labels-folders-and-running-before
project shop config.apps_.ledger.apps.LedgerConfig
shop
write config/apps_/__init__.py </dev/null
app config/apps_/ledger
write config/apps_/ledger/apps.py <<'PYTHON'
from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "config.apps_.ledger"
    label = "accounting"
PYTHON
migration config/apps_/ledger 0001_initial <<'PYTHON'
dependencies = []

run_before = [("shop", "0003_order_note")]

operations = [migrations.RunSQL("CREATE TABLE accounting_entry (id bigint PRIMARY KEY)", "DROP TABLE accounting_entry")]
PYTHON
migration config/apps_/ledger 0002_amount <<'PYTHON'
dependencies = [("accounting", "0001_initial"), ("shop", "__first__")]

operations = [migrations.RunSQL("ALTER TABLE accounting_entry ADD amount numeric")]
PYTHON
manage migrate -v0 accounting 0001
keep status

situation django changed-by-hand
two_apps
manage migrate -v0
by_hand "CREATE INDEX by_hand ON shop_order (customer_id, id); ALTER TABLE shop_customer DROP email"
keep status
