"""The review interface: all of Streamlit, and nothing else.

`app.py` is the script that Streamlit runs; it must not be imported by other parts.
"""
