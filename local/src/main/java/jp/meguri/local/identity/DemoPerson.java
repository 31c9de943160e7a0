package jp.meguri.local.identity;

/**
 * Somebody who can sign in at the development provider.
 *
 * @param login login name, which is also the subject of the tokens
 * @param name the person's name
 * @param position what the person does, for the list on the sign-in page only: rights
 * come from the catalog
 * @param positionInEnglish the same in English
 */
public record DemoPerson(String login, String name, String position, String positionInEnglish) {
}
