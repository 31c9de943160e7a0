package jp.meguri.gateway;

import java.sql.SQLException;
import jp.meguri.test.EmbeddedPlatform;

/**
 * What the gateways keep, read and changed past them: a token that is due, a session that
 * has ended.
 */
final class GatewayDatabase {

	private GatewayDatabase() {
	}

	static void execute(String sql) throws SQLException {
		try (var connection = EmbeddedPlatform.get().superuser("gateway").getConnection();
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** The number in the only row. */
	static int count(String sql) throws SQLException {
		try (var connection = EmbeddedPlatform.get().superuser("gateway").getConnection();
				var statement = connection.createStatement();
				var row = statement.executeQuery(sql)) {
			row.next();
			return row.getInt(1);
		}
	}

}
