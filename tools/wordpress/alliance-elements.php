<?php
/**
 * Plugin Name: Alliance Elements
 * Description: Widgets of the East of England Cancer Alliances: a shortcode, patterns for the block editor, and our tags for all who write. Everything comes from your own site.
 * Version: %VERSION%
 * Requires at least: %WORDPRESS%
 * Requires PHP: 7.4
 * Author: East of England Cancer Alliances
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Update URI: false
 *
 * The MIT licence is compatible with WordPress' own, the GPL. What else is in this folder: see NOTICE.
 *
 * It keeps nothing: no option, no table, no cookie. With this folder gone, all of it is gone.
 *
 * @package Alliance_Elements
 */

defined( 'ABSPATH' ) || exit;

/** What the build knows of its own files and elements. */
function alliance_elements_release() {
	static $release = null;
	if ( null === $release ) {
		$release = require __DIR__ . '/release.php';
	}
	return $release;
}

/** Words for readers who have no script, by pattern. They are many, so they are read only when somebody needs them. */
function alliance_elements_words( $pattern ) {
	static $words = null;
	if ( null === $words ) {
		$words = require __DIR__ . '/words.php';
	}
	return $words[ $pattern ];
}

/** Makes the script known. A theme that writes our tags itself asks for it: wp_enqueue_script( 'alliance-elements' ). */
function alliance_elements_register() {
	$loader = alliance_elements_release()['loader'];
	// Named after its bytes: with a new integrity, no cache may give the old file.
	$version = substr( $loader['integrity'], strlen( 'sha384-' ), 8 );
	wp_register_script( 'alliance-elements', plugins_url( 'library/' . $loader['file'], __FILE__ ), array(), $version, false );
	add_shortcode( 'alliance_element', 'alliance_elements_shortcode' );
}
add_action( 'init', 'alliance_elements_register' );

/** The script is a module, and the browser compares it with its hash. It does the same with all that it loads. */
function alliance_elements_script( $tag, $handle, $src ) {
	if ( 'alliance-elements' !== $handle ) {
		return $tag;
	}
	return wp_get_script_tag(
		array(
			'type'        => 'module',
			'id'          => 'alliance-elements-js',
			'src'         => $src,
			'integrity'   => alliance_elements_release()['loader']['integrity'],
			'crossorigin' => 'anonymous',
		)
	);
}
add_filter( 'script_loader_tag', 'alliance_elements_script', 10, 3 );

/** Whether a text has a place for one of our elements. */
function alliance_elements_in( $text ) {
	$tags = implode( '|', array_keys( alliance_elements_release()['elements'] ) );
	return 1 === preg_match( "/data-alliance-element|<(?:$tags)[\\s>]/", (string) $text );
}

/** A page whose own content has one gets the script in its head, where it starts soonest. */
function alliance_elements_head() {
	$post = is_singular() ? get_post() : null;
	if ( $post && alliance_elements_in( $post->post_content ) ) {
		wp_enqueue_script( 'alliance-elements' );
	}
}
add_action( 'wp_enqueue_scripts', 'alliance_elements_head' );

/** Any other page gets it when one is met, in its foot; a page without any gets nothing. Excerpts have no tags left. */
function alliance_elements_meet( $html ) {
	if ( ! doing_filter( 'get_the_excerpt' ) && alliance_elements_in( $html ) ) {
		wp_enqueue_script( 'alliance-elements' );
	}
	return $html;
}
add_filter( 'the_content', 'alliance_elements_meet', 99 );
add_filter( 'render_block', 'alliance_elements_meet', 99 );
add_filter( 'widget_text', 'alliance_elements_meet', 99 );

/** The form of our elements that every editor keeps. */
function alliance_elements_div( $element, $attributes, $words ) {
	$html = '<div data-alliance-element="' . esc_attr( $element ) . '"';
	foreach ( $attributes as $name => $value ) {
		$html .= ' data-' . esc_attr( $name ) . '="' . esc_attr( $value ) . '"';
	}
	return "$html>$words</div>";
}

/** [alliance_element name="contact-card" organisation="RGT"]Words for readers who have no script.[/alliance_element] */
function alliance_elements_shortcode( $given, $content = '' ) {
	$given    = (array) $given;
	$elements = alliance_elements_release()['elements'];
	$element  = isset( $given['name'] ) ? $given['name'] : '';
	// WordPress makes paragraphs around each half of a shortcode that has paragraphs in it.
	$content = preg_replace( '#^\s*(</p>|<br />)|<p>\s*$#', '', (string) $content );
	$words   = trim( wp_kses_post( do_shortcode( $content ) ) );
	if ( ! isset( $elements[ $element ] ) ) {
		$known = implode( ', ', array_keys( $elements ) );
		return $words . alliance_elements_note( "there is no widget with the name “{$element}”. There are: $known." );
	}
	unset( $given['name'] );
	$attributes = array();
	$note       = '';
	foreach ( $given as $name => $value ) {
		// A word alone, such as “hospitals”, has a number for its name.
		list( $name, $value ) = is_int( $name ) ? array( $value, '' ) : array( $name, $value );
		// A card's own name is written as on a div, since the shortcode's name is the widget's.
		$name = preg_replace( '/^data-/', '', strtolower( $name ) );
		if ( in_array( $name, $elements[ $element ], true ) ) {
			$attributes[ $name ] = $value;
		} else {
			$note .= alliance_elements_note( "$element does not know “{$name}”." );
		}
	}
	wp_enqueue_script( 'alliance-elements' );
	return alliance_elements_div( $element, $attributes, '' === $words ? alliance_elements_words( $element ) : $words ) . $note;
}

/** What is wrong, said to those alone who can mend it. */
function alliance_elements_note( $text ) {
	return current_user_can( 'edit_posts' ) ? '<p><strong>Only editors see this.</strong> Alliance Elements: ' . esc_html( $text ) . '</p>' : '';
}

/** Authors may write our tags: nothing but what the elements know, and what WordPress lets them write on any div. */
function alliance_elements_allow( $tags, $context ) {
	if ( 'post' !== $context ) {
		return $tags;
	}
	$any = isset( $tags['div'] ) ? $tags['div'] : array();
	foreach ( alliance_elements_release()['elements'] as $element => $attributes ) {
		$tags[ $element ] = array_fill_keys( $attributes, true ) + $any;
	}
	// Words of the host's own in place of ours.
	foreach ( array( 'p', 'span', 'div', 'h2', 'h3', 'h4', 'h5', 'h6' ) as $tag ) {
		if ( isset( $tags[ $tag ] ) && is_array( $tags[ $tag ] ) ) {
			$tags[ $tag ]['slot'] = true;
		}
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', 'alliance_elements_allow', 10, 2 );

/** Patterns for the block editor, which asks for them: each widget as an HTML block, complete with its words. */
function alliance_elements_patterns() {
	register_block_pattern_category( 'alliance-elements', array( 'label' => 'Cancer Alliance widgets' ) );
	foreach ( alliance_elements_release()['patterns'] as $name => $pattern ) {
		$html = alliance_elements_div( $pattern['element'], $pattern['attributes'], alliance_elements_words( $name ) );
		register_block_pattern(
			"alliance-elements/$name",
			array(
				'title'      => $pattern['title'],
				'categories' => array( 'alliance-elements' ),
				'content'    => "<!-- wp:html -->\n$html\n<!-- /wp:html -->",
			)
		);
	}
}
add_action( 'rest_api_init', 'alliance_elements_patterns' );
