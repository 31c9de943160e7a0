/**
 * What the gateway answers itself: the pages of the user interface (画面), who is signed
 * in, the API's documents.
 */
@NullMarked
package jp.meguri.gateway.ui;

import org.jspecify.annotations.NullMarked;
