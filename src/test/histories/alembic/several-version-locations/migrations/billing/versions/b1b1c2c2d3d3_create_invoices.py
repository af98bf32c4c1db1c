"""create invoices

Revision ID: b1b1c2c2d3d3
Revises: 
Create Date: 2026-11-29 15:15:45.207237

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = 'b1b1c2c2d3d3'
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = ('billing',)
depends_on: Union[str, Sequence[str], None] = '91c7e04d52ab'


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table("invoices", sa.Column("order_id", sa.BigInteger, sa.ForeignKey("orders.id")))


def downgrade() -> None:
    """Downgrade schema."""
    pass
