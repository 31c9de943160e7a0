package jp.meguri.catalog.operators;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this installation. They are added at start and never removed by leaving them
 * out here.
 *
 * @param issuer identity provider of the operators; empty for none
 * @param people the first operators
 */
@ConfigurationProperties("meguri.catalog.operators")
public record OperatorProperties(@DefaultValue("") String issuer, @DefaultValue List<Operator> people) {

	/**
	 * @param subject the provider's id of the person
	 * @param name the person's name
	 * @param email the person's address
	 */
	public record Operator(String subject, String name, @DefaultValue("") String email) {
	}

}
