package jp.meguri.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Connections and transactions of a service's own database, for the app role and, with
 * the qualifier {@code worker}, for the worker role.
 */
@AutoConfiguration(before = { R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class })
@ConditionalOnProperty("meguri.database.name")
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseAutoConfiguration {

	// Nobody waits in front of a screen for the worker.
	private static final Duration WORKER_TIMEOUT = Duration.ofSeconds(30);

	@Bean(destroyMethod = "dispose")
	@Primary
	ConnectionPool connectionFactory(DatabaseProperties database,
			@Value("${meguri.migrate:never}") MigrationMode migrate) {
		if (migrate == MigrationMode.ON_START) {
			Migration.run(database);
		}
		return ConnectionPools.of(database, database.app(), database.poolSize(), database.statementTimeout());
	}

	@Bean
	@Qualifier("worker")
	WorkerConnectionFactory workerConnectionFactory(DatabaseProperties database, ConnectionPool connectionFactory) {
		return new WorkerConnectionFactory(
				ConnectionPools.of(database, database.worker(), database.workerPoolSize(), WORKER_TIMEOUT),
				connectionFactory);
	}

	@Bean
	@Primary
	DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
		return DatabaseClient.create(connectionFactory);
	}

	@Bean
	@Qualifier("worker")
	DatabaseClient workerDatabaseClient(@Qualifier("worker") ConnectionFactory connectionFactory) {
		return DatabaseClient.create(connectionFactory);
	}

	@Bean
	@Primary
	R2dbcTransactionManager transactionManager(ConnectionFactory connectionFactory) {
		return new R2dbcTransactionManager(connectionFactory);
	}

	@Bean
	@Qualifier("worker")
	R2dbcTransactionManager workerTransactionManager(@Qualifier("worker") ConnectionFactory connectionFactory) {
		return new R2dbcTransactionManager(connectionFactory);
	}

	@Bean
	@Primary
	TransactionalOperator transactionalOperator(R2dbcTransactionManager transactionManager) {
		return TransactionalOperator.create(transactionManager, new DefaultTransactionDefinition());
	}

	@Bean
	@Qualifier("worker")
	TransactionalOperator workerTransactionalOperator(@Qualifier("worker") R2dbcTransactionManager transactionManager) {
		return TransactionalOperator.create(transactionManager, new DefaultTransactionDefinition());
	}

	@Bean
	CityTransaction cityTransaction(DatabaseClient client, TransactionalOperator transaction,
			DatabaseProperties database) {
		return new CityTransaction(new TransactionInCity(client, transaction, database.transactionTimeout()));
	}

	@Bean
	WorkerTransaction workerTransaction(@Qualifier("worker") DatabaseClient client,
			@Qualifier("worker") TransactionalOperator transaction) {
		return new WorkerTransaction(new TransactionInCity(client, transaction, WORKER_TIMEOUT));
	}

	@Bean
	ClockSkewWatch clockSkewWatch(@Qualifier("worker") DatabaseClient client, ApplicationEventPublisher events) {
		return new ClockSkewWatch(client, Clock.systemUTC(), events);
	}

}
