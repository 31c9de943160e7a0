package jp.meguri.evaluation;

import java.io.IOException;
import jp.meguri.test.MeguriIT;
import jp.meguri.web.contract.ContractConfiguration;
import jp.meguri.web.contract.ContractFile;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The contract of evaluation-service is the file in {@code docs/openapi}. */
@MeguriIT
@TestPropertySource(properties = { "springdoc.api-docs.enabled=true", "springdoc.paths-to-match=/api/**",
		"springdoc.default-produces-media-type=application/json" })
@Import(ContractConfiguration.class)
class ContractIT {

	@LocalServerPort
	private int port;

	@Test
	void contract_isTheOneInTheDocs() throws IOException {
		ContractFile.of("evaluation").requireSame(this.port);
	}

}
