package jp.meguri.evaluation.published;

import io.r2dbc.pool.ConnectionPool;
import java.util.Objects;
import jp.meguri.database.ConnectionPools;
import jp.meguri.database.DatabaseProperties;
import jp.meguri.web.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What is open to anyone, and the connections that can see nothing else.
 */
@Configuration(proxyBeanMethods = false)
class PublicReadConfiguration {

	private static final int CONNECTIONS = 4;

	@Bean
	PublicPaths publicPaths() {
		return PublicPaths.of("/published/**", "/api/public/**");
	}

	@Bean(destroyMethod = "close")
	PublishedReleases publishedReleases(DatabaseProperties database) {
		ConnectionPool pool = pool(database);
		return new PublishedReleases(DatabaseClient.create(pool), pool::dispose);
	}

	private static ConnectionPool pool(DatabaseProperties database) {
		DatabaseProperties.Login login = Objects.requireNonNull(database.publicRead(),
				"meguri.database.public-read.username and .password are needed for the public pages");
		return ConnectionPools.of(database, login, CONNECTIONS, database.statementTimeout());
	}

}
