"""create orders

Revision ID: 91c7e04d52ab
Revises: 3f2a9c1b7d10
Create Date: 2026-11-29 14:57:06.949500

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '91c7e04d52ab'
down_revision: Union[str, Sequence[str], None] = '3f2a9c1b7d10'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.execute("CREATE TYPE order_state AS ENUM ('open', 'paid')")
    op.create_table(
        "orders",
        sa.Column("id", sa.BigInteger, primary_key=True),
        sa.Column("customer_id", sa.BigInteger, sa.ForeignKey("customers.id"), nullable=False),
    )
    op.execute("ALTER TABLE orders ADD state order_state NOT NULL DEFAULT 'open'")


def downgrade() -> None:
    """Downgrade schema."""
    op.execute("DROP TABLE orders; DROP TYPE order_state")
