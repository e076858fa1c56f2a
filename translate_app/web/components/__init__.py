"""Parts of a page that Streamlit does not offer: written in HTML, CSS and JavaScript."""
