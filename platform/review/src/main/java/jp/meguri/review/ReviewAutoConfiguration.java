package jp.meguri.review;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goals and reports keep of their way.
 */
@AutoConfiguration(afterName = "jp.meguri.database.DatabaseAutoConfiguration")
@ConditionalOnProperty("meguri.database.name")
class ReviewAutoConfiguration {

	// Not the web layer's mapper: stored contents are read as they were written, whatever
	// a later release adds.
	private final JsonMapper mapper = JsonMapper.builder().build();

	@Bean
	ContentHistory contentHistory(DatabaseClient client) {
		return new ContentHistory(client, this.mapper);
	}

	@Bean
	WorkingCopies workingCopies(DatabaseClient client) {
		return new WorkingCopies(client, this.mapper);
	}

	@Bean
	ReviewComments reviewComments(DatabaseClient client) {
		return new ReviewComments(client);
	}

}
