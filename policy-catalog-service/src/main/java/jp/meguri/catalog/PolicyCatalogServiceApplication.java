package jp.meguri.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class PolicyCatalogServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(PolicyCatalogServiceApplication.class, args);
	}

}
