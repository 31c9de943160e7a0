package jp.meguri.connections;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Limits for every web server of the process, that of the management port included.
 */
@AutoConfiguration
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionAutoConfiguration {

	@Bean
	ConnectionLimits connectionLimits(ConnectionProperties settings) {
		return new ConnectionLimits(settings);
	}

	@Bean
	KeepReading keepReading() {
		return new KeepReading();
	}

}
