/** What a host writes inside: what readers have until the widget is there. */
export const words = ['Ask for the cancer team on', '01223 245151', 'from 9 to 5.'];
export const inside = `<p>${words[0]} <a href="tel:01223245151">${words[1]}</a>, ${words[2]}</p>`;
/** The widget alone knows it. */
export const own = 'Cambridge University Hospitals NHS Foundation Trust';

/** Runs, if it runs at all, in the reader's browser. */
export const attack = 'alert(document.domain)';
export const html = (text: string) => `<!-- wp:html -->\n${text}\n<!-- /wp:html -->`;
export const shortcode = (text: string) => `<!-- wp:shortcode -->\n${text}\n<!-- /wp:shortcode -->`;

/** Posts as somebody writes them who may not write scripts. */
export const posts = {
  tag: html(
    `<contact-card organisation="RGT" heading-level="3"><span slot="heading">Our own team</span>${inside}</contact-card>`,
  ),
  div: html(`<div data-alliance-element="contact-card" data-organisation="RGT">${inside}</div>`),
  shortcode: shortcode(`[alliance_element name="contact-card" organisation="RGT"]\n${inside}\n[/alliance_element]`),
  // As the classic editor leaves it, without blocks.
  'classic shortcode': `Before.\n\n[alliance_element name="contact-card" organisation=RGT layout="inline"]${words[0]} <a href="tel:01223245151">${words[1]}</a>, ${words[2]}[/alliance_element]\n\nAfter.`,
  'hostile tag': html(
    `<contact-card organisation="RGT" onclick="${attack}" onanimationstart="${attack}" is="x" lookup="https://evil.example"><script>${attack}</script><img src="/wp-includes/images/blank.gif" onload="${attack}">${inside}</contact-card>`,
  ),
  'hostile shortcode': shortcode(
    `[alliance_element name="contact-card" organisation='RGT' telephone='1" onmouseover="${attack}' address="a &quot;&gt;&lt;script&gt;${attack}&lt;/script&gt;" email='<img src=/no onerror=${attack}>' website="javascript:${attack}" onclick="${attack}"]<script>${attack}</script><a href="javascript:${attack}">Us</a>${inside}[/alliance_element]`,
  ),
} as const;
export type Name = keyof typeof posts;
export const names = Object.keys(posts) as readonly Name[];

/** What a partner's own theme might do, where the address asks for it. */
export const partner = `<?php
if ( isset( $_GET['ours'] ) ) {
  add_action( 'wp_enqueue_scripts', function () { wp_enqueue_script( 'alliance-elements' ); } );
  add_action( 'wp_footer', function () { echo '<contact-card organisation="RGT"></contact-card>'; } );
}
if ( isset( $_GET['older'] ) ) foreach ( array( 'template', 'stylesheet' ) as $name ) add_filter( $name, function () { return 'older'; } );`;
/** A theme without blocks: it writes its head before it looks at the post. */
export const older = `<!doctype html><html lang="en"><head><title>A trust</title><?php wp_head(); ?></head><body>
<?php while ( have_posts() ) { the_post(); the_content(); } wp_footer(); ?></body></html>`;
