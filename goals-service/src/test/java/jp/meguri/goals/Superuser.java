package jp.meguri.goals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import jp.meguri.test.EmbeddedPlatform;

/**
 * The service's database as nobody but a test sees it: without row policies.
 */
public final class Superuser {

	private Superuser() {
	}

	/** The first column of the rows. */
	public static List<String> strings(String sql) {
		try (Connection connection = EmbeddedPlatform.get().superuser("goals").getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<String> found = new ArrayList<>();
			while (rows.next()) {
				found.add(rows.getString(1));
			}
			return found;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
