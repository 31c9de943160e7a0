package jp.meguri.goals.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The two services that answer what imports offer.
 */
@Configuration(proxyBeanMethods = false)
class ImportBeans {

	@Bean
	ImportAnswerListener answersOfEvaluation(ImportRepository imports) {
		return ImportAnswerListener.ofEvaluation(imports);
	}

	@Bean
	ImportAnswerListener answersOfCatalog(ImportRepository imports) {
		return ImportAnswerListener.ofCatalog(imports);
	}

}
