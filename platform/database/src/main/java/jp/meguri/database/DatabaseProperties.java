package jp.meguri.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service's own database.
 *
 * @param host where it listens
 * @param port where it listens
 * @param name the database's name, which is also the prefix of its roles
 * @param app the role that answers requests
 * @param worker the role of relay, consumers, due queue and sealer
 * @param migrator the role that owns the schema; needed only where migrations run
 * @param publicRead the role that reads what is released; only where a service has it
 * @param poolSize connections of the app role
 * @param workerPoolSize connections of the worker role
 * @param poolQueue callers that may wait for a connection of one pool; the next one is
 * refused at once
 * @param acquireTimeout longest wait for a connection
 * @param statementTimeout longest run of one statement
 * @param transactionTimeout longest wait of a caller for a whole transaction
 */
@ConfigurationProperties("meguri.database")
public record DatabaseProperties(@DefaultValue("127.0.0.1") String host, @DefaultValue("5432") int port, String name,
		Login app, Login worker, @Nullable Login migrator, @Nullable Login publicRead, @DefaultValue("8") int poolSize,
		@DefaultValue("4") int workerPoolSize, @DefaultValue("256") int poolQueue,
		@DefaultValue("3s") Duration acquireTimeout, @DefaultValue("3s") Duration statementTimeout,
		@DefaultValue("5s") Duration transactionTimeout) {

	/**
	 * @param username name of the database role
	 * @param password its password
	 */
	public record Login(String username, String password) {

		@Override
		public String toString() {
			return this.username;
		}

	}

}
