package jp.meguri.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.meguri.test.EmbeddedPlatform;

/** What stands in the database, past every policy. */
final class Rows {

	private Rows() {
	}

	static List<Long> effects(UUID thing) {
		return longs("select version from effect where aggregate_id = ? order by seq", thing);
	}

	static long unpublished(UUID thing) {
		return longs("select count(*) from outbox where aggregate_id = ? and published_at is null", thing).get(0);
	}

	static long parkedOpen(UUID thing) {
		return longs("select count(*) from inbox_parked where aggregate_id = ? and resolved_at is null", thing).get(0);
	}

	static List<Long> longs(String sql, Object... arguments) {
		try (Connection connection = EmbeddedPlatform.get().superuser("sample").getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < arguments.length; i++) {
				statement.setObject(i + 1, arguments[i]);
			}
			List<Long> values = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					values.add(rows.getLong(1));
				}
			}
			return values;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void execute(String sql) {
		try (Connection connection = EmbeddedPlatform.get().superuser("sample").getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.execute();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
