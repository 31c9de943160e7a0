package jp.meguri.faults.audit.evidence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jp.meguri.faults.platform.RunFile;
import jp.meguri.faults.platform.Way;

/**
 * The databases as the superuser sees them, past the proxy; read only.
 */
public final class Database {

	private final RunFile run;

	private final String name;

	public Database(RunFile run, String name) {
		this.run = run;
		this.name = name;
	}

	public String name() {
		return this.name;
	}

	/**
	 * @param read makes a value of the current row
	 */
	public <T> List<T> all(String sql, Reader<T> read) throws SQLException {
		var port = this.run.end(Way.POSTGRES).orElseThrow().getPort();
		var url = "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=60".formatted(port, this.name);
		try (Connection connection = DriverManager.getConnection(url, "postgres", this.run.secret("postgres"))) {
			connection.setReadOnly(true);
			try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
				var all = new ArrayList<T>();
				while (rows.next()) {
					all.add(read.of(rows));
				}
				return all;
			}
		}
	}

	public long number(String sql) throws SQLException {
		return all(sql, (row) -> row.getLong(1)).get(0);
	}

	/**
	 * Makes a value of a row.
	 *
	 * @param <T> the value
	 */
	public interface Reader<T> {

		T of(ResultSet row) throws SQLException;

	}

}
