"""shop reads audit

Revision ID: 66ab77bc88cd
Revises: 0d5be8f6a344
Create Date: 2026-11-29 15:01:37.647707

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '66ab77bc88cd'
down_revision: Union[str, Sequence[str], None] = '0d5be8f6a344'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = 'audit'


def upgrade() -> None:
    """Upgrade schema."""
    op.execute("CREATE VIEW audited AS SELECT o.id FROM orders o JOIN audit_log a ON a.order_id = o.id")


def downgrade() -> None:
    """Downgrade schema."""
    pass
