package jp.meguri.directory;

import java.time.InstantSource;
import jp.meguri.time.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The copy is read and written on the worker's connections: a request that waits for its
 * own connection never waits for a second one.
 */
@AutoConfiguration(afterName = "jp.meguri.database.DatabaseAutoConfiguration")
class DirectoryAutoConfiguration {

	@Bean
	DirectoryRepository directoryRepository(@Qualifier("worker") DatabaseClient client) {
		return new DirectoryRepository(client);
	}

	@Bean
	DirectoryFeed directoryFeed(DirectoryRepository repository) {
		return new DirectoryFeed(repository);
	}

	@Bean
	Directory directory(DirectoryRepository repository, BusinessClock clock) {
		return new Directory(repository, clock, InstantSource.system());
	}

}
