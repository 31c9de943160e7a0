/**
 * How a service reaches its database: connections per role, transactions that name their
 * city, migrations.
 */
@NullMarked
package jp.meguri.database;

import org.jspecify.annotations.NullMarked;
