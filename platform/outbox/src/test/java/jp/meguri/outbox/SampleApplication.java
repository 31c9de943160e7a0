package jp.meguri.outbox;

import jp.meguri.trace.Traces;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@SpringBootApplication
class SampleApplication {

	@Bean
	EffectHandler effectHandler(DatabaseClient database, Traces traces) {
		return new EffectHandler(database, traces);
	}

	@Bean
	OtherFamilyHandler otherFamilyHandler() {
		return new OtherFamilyHandler();
	}

}
