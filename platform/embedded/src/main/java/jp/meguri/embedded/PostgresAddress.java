package jp.meguri.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL listens, and its superuser.
 *
 * @param host always the loopback interface
 * @param port the port
 * @param password the superuser's password
 */
public record PostgresAddress(String host, int port, String password) {

	public static final String SUPERUSER = "postgres";

	/** A database as the superuser sees it. */
	public DataSource superuser(String database) {
		return as(database, SUPERUSER, this.password);
	}

	public DataSource as(String database, String username, String rolePassword) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setServerNames(new String[] { this.host });
		source.setPortNumbers(new int[] { this.port });
		source.setDatabaseName(database);
		source.setUser(username);
		source.setPassword(rolePassword);
		source.setConnectTimeout(5);
		return source;
	}

	boolean answers() {
		try (Connection connection = superuser("postgres").getConnection()) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
