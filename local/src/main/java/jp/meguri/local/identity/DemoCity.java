package jp.meguri.local.identity;

import java.util.List;
import java.util.Optional;

/**
 * An invented city and who can sign in there.
 *
 * @param slug short name, also the last part of its issuer
 * @param name what the city is called
 * @param people who can sign in
 */
public record DemoCity(String slug, String name, List<DemoPerson> people) {

	/** Everybody's password. */
	public static final String PASSWORD = "meguri";

	/** The cities of the demo, and the operators, who belong to none. */
	public static final List<DemoCity> ALL = List.of(
			new DemoCity("nagisa", "なぎさ市",
					List.of(new DemoPerson("sato", "佐藤 花", "くらし協働部 担当", "clerk, Civic Affairs"),
							new DemoPerson("suzuki", "鈴木 一郎", "くらし協働部 部長", "head, Civic Affairs"),
							new DemoPerson("takahashi", "高橋 誠", "協働推進課 担当", "clerk, Collaboration Section"),
							new DemoPerson("tanaka", "田中 実", "環境部 担当", "clerk, Environment"),
							new DemoPerson("ito", "伊藤 恵", "環境部 部長・くらし協働部 担当（兼務）",
									"head, Environment; also clerk, Civic Affairs"),
							new DemoPerson("yamada", "山田 薫", "政策企画課 企画担当", "planner, Policy Planning"))),
			new DemoCity("tsukimi", "つきみ市",
					List.of(new DemoPerson("mori", "森 大輔", "市民部 担当", "clerk, Citizens"),
							new DemoPerson("hayashi", "林 美咲", "企画課 企画担当", "planner, Planning"))),
			new DemoCity("operations", "運用", List.of(new DemoPerson("ops", "運用 担当", "運用担当", "operator"))));

	public static Optional<DemoCity> withSlug(String slug) {
		return ALL.stream().filter((city) -> city.slug().equals(slug)).findFirst();
	}

	/** The city of a login name; login names are unique over all cities of the demo. */
	public static Optional<DemoCity> ofLogin(String login) {
		return ALL.stream().filter((city) -> city.person(login).isPresent()).findFirst();
	}

	public Optional<DemoPerson> person(String login) {
		return this.people.stream().filter((person) -> person.login().equals(login)).findFirst();
	}

	/** The address that stands in this city's tokens as {@code iss}. */
	public String issuer(int port) {
		return "http://localhost:" + port + "/" + this.slug;
	}

}
