exports.config = { transaction: false };
exports.up = async () => process.exit(1);
exports.down = () => {};
