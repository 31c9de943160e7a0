package jp.meguri.outbox;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@SpringBootApplication
class SampleApplication {

	@Bean
	EffectHandler effectHandler(DatabaseClient database) {
		return new EffectHandler(database);
	}

	@Bean
	OtherFamilyHandler otherFamilyHandler() {
		return new OtherFamilyHandler();
	}

}
