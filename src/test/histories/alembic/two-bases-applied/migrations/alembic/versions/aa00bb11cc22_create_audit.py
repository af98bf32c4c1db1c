"""create audit

Revision ID: aa00bb11cc22
Revises: 
Create Date: 2026-11-29 15:03:33.438657

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'aa00bb11cc22'
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = ('audit',)
depends_on: Union[str, Sequence[str], None] = '91c7e04d52ab'


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table("audit_log", sa.Column("order_id", sa.BigInteger, sa.ForeignKey("orders.id")))


def downgrade() -> None:
    """Downgrade schema."""
    pass
