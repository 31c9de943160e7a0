package jp.meguri.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * {@code meguri.migrate=only}: migrates and ends before anything else starts. A failure
 * ends the program with an error.
 */
final class MigrateOnly implements ApplicationListener<ApplicationPreparedEvent> {

	private static final Logger log = LoggerFactory.getLogger(MigrateOnly.class);

	@Override
	public void onApplicationEvent(ApplicationPreparedEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		if (environment.getProperty("meguri.migrate", MigrationMode.class) == MigrationMode.ONLY) {
			Migration.run(Binder.get(environment).bind("meguri.database", DatabaseProperties.class).get());
			log.info("Migrated");
			System.exit(0);
		}
	}

}
