package jp.meguri.time;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The clock. {@code meguri.clock.offset-file} counts only where
 * {@code meguri.clock.offset-allowed} is true.
 */
@AutoConfiguration
public class BusinessClockAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BusinessClock businessClock(Environment environment) {
		String file = environment.getProperty("meguri.clock.offset-file", "");
		boolean allowed = environment.getProperty("meguri.clock.offset-allowed", Boolean.class, false);
		boolean moved = allowed && !file.isBlank();
		return new BusinessClock(Clock.systemUTC(), moved ? new FileClockOffset(Path.of(file)) : ClockOffset.NONE);
	}

}
